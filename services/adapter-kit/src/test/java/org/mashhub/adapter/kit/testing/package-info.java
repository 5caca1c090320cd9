/**
 * How an adapter's test speaks to it: real HTTP handling, and a log where the broker
 * would be.
 */
@NullMarked
package org.mashhub.adapter.kit.testing;

import org.jspecify.annotations.NullMarked;
