/**
 * Items as their recipients see them: one for each family and recipient, until it is
 * acknowledged.
 */
@NullMarked
package org.mashhub.notification.notice;

import org.jspecify.annotations.NullMarked;
