/**
 * The GP adapter: FHIR R4 resources after UK Core, answers to requests, and signals of
 * the NHS Multicast Notification Service become events.
 */
@NullMarked
package org.mashhub.adapter.gp;

import org.jspecify.annotations.NullMarked;
