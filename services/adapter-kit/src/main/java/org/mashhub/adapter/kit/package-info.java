/**
 * What all adapters share: who may send, what a record says about itself, validation,
 * problem details, publishing. An answer of 202 guarantees that the broker holds the
 * event. Knows no agency.
 */
@NullMarked
package org.mashhub.adapter.kit;

import org.jspecify.annotations.NullMarked;
