@NullMarked
package org.mashhub.notification.recipient;

import org.jspecify.annotations.NullMarked;
