/**
 * Who looked at what, who was refused, what was sent: a record that cannot be altered
 * unnoticed.
 */
@NullMarked
package org.mashhub.notification.audit;

import org.jspecify.annotations.NullMarked;
