@NullMarked
package org.mashhub.notification.broker;

import org.jspecify.annotations.NullMarked;
