/**
 * What correlation knows of one source record: people, relationships and facts in the
 * closed vocabulary. Plain values, the only words that the engine and the rules speak.
 */
@NullMarked
package org.mashhub.correlation.observation;

import org.jspecify.annotations.NullMarked;
