/**
 * All adapters in one application, and what a scenario needs beside them.
 */
@NullMarked
package org.mashhub.standalone.edge;

import org.jspecify.annotations.NullMarked;
