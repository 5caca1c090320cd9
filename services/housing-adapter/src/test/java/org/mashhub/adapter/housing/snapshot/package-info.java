/** Tests of the taking of tables. */
@NullMarked
package org.mashhub.adapter.housing.snapshot;

import org.jspecify.annotations.NullMarked;
