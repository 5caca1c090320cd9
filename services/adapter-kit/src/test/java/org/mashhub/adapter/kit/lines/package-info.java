/** Files of many records. */
@NullMarked
package org.mashhub.adapter.kit.lines;

import org.jspecify.annotations.NullMarked;
