package org.mashhub.correlation.stream;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record for one of correlation's topics.
 *
 * @param key its key
 * @param value its content; its type names the topic
 */
record Message(String key, SpecificRecord value) {
}
