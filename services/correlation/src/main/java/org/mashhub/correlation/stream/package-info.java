/**
 * The Kafka Streams topologies that run the engine, its stores and its outputs.
 */
@NullMarked
package org.mashhub.correlation.stream;

import org.jspecify.annotations.NullMarked;
