/**
 * Measures the hub on the machine it runs on: fictional people, real events, the embedded
 * infrastructure, in a directory of its own that is deleted afterwards.
 */
@NullMarked
package org.mashhub.standalone.bench;

import org.jspecify.annotations.NullMarked;
