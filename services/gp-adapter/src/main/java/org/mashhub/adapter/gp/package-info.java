/** The GP adapter: FHIR R4 resources after UK Core become events. */
@NullMarked
package org.mashhub.adapter.gp;

import org.jspecify.annotations.NullMarked;
