@NullMarked
package org.mashhub.notification;

import org.jspecify.annotations.NullMarked;
