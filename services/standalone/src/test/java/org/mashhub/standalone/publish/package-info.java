/** Tests of sending files. */
@NullMarked
package org.mashhub.standalone.publish;

import org.jspecify.annotations.NullMarked;
