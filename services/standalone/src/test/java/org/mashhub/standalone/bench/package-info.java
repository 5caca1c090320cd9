/** Tests of the benchmarks. */
@NullMarked
package org.mashhub.standalone.bench;

import org.jspecify.annotations.NullMarked;
