/**
 * The adapter of hospital and midwifery. What they send, as JSON in their own words, as
 * FHIR R4 or as HL7 v2, becomes a notice, is held to the same rules, and becomes an
 * event.
 */
@NullMarked
package org.mashhub.adapter.hospital;

import org.jspecify.annotations.NullMarked;
