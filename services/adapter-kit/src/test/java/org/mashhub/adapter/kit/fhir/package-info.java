/** Tests of what adapters share that take FHIR. */
@NullMarked
package org.mashhub.adapter.kit.fhir;

import org.jspecify.annotations.NullMarked;
