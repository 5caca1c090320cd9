/**
 * How people are connected: stated relationships, and the same home at the same time.
 * Plain Java.
 */
@NullMarked
package org.mashhub.correlation.family;

import org.jspecify.annotations.NullMarked;
