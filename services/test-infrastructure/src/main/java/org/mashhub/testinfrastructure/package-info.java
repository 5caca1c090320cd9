/**
 * Where integration tests take broker, registry and database from: embedded ones, or
 * containers of the images that {@code docker-compose.yml} names. The tests are the same.
 */
@NullMarked
package org.mashhub.testinfrastructure;

import org.jspecify.annotations.NullMarked;
