/**
 * Broker, registry, database and mail server, embedded and for real, each in one class.
 */
@NullMarked
package org.mashhub.standalone.infrastructure;

import org.jspecify.annotations.NullMarked;
