/**
 * What adapters share that take FHIR R4. Only those that bring HAPI FHIR have it.
 */
@NullMarked
package org.mashhub.adapter.kit.fhir;

import org.jspecify.annotations.NullMarked;
