@NullMarked
package org.mashhub.notification.notice;

import org.jspecify.annotations.NullMarked;
