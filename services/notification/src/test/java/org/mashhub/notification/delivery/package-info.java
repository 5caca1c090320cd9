@NullMarked
package org.mashhub.notification.delivery;

import org.jspecify.annotations.NullMarked;
