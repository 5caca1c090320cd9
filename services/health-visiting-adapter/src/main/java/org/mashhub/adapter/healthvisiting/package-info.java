/**
 * The health visiting adapter: visits, missed contacts, handovers, assessments and what
 * people said, as the practitioner writes them down.
 */
@NullMarked
package org.mashhub.adapter.healthvisiting;

import org.jspecify.annotations.NullMarked;
