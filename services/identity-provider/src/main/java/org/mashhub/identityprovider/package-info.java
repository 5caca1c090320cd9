/**
 * A small OIDC provider for the standalone and the demo: it knows the clients and people
 * named in its configuration and nobody else. Any other provider takes its place by
 * configuration.
 */
@NullMarked
package org.mashhub.identityprovider;

import org.jspecify.annotations.NullMarked;
