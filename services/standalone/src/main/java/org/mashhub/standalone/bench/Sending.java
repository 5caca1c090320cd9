package org.mashhub.standalone.bench;

/**
 * A body that an agency sends.
 *
 * @param agency who sends it
 * @param path where to, at the adapters
 * @param body JSON in the agency's own form
 */
record Sending(String agency, String path, String body) {
}
