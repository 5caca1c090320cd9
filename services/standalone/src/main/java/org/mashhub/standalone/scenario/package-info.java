/**
 * Fictional families, replayed over HTTP in a fresh fictional area.
 */
@NullMarked
package org.mashhub.standalone.scenario;

import org.jspecify.annotations.NullMarked;
