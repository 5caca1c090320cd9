/**
 * Intake and correlation: from the agencies' events to one log an area, and from that log
 * to people, pictures and alerts.
 */
@NullMarked
package org.mashhub.correlation;

import org.jspecify.annotations.NullMarked;
