/**
 * The health visiting adapter: home visits and birth visits, as the practitioner writes
 * them down.
 */
@NullMarked
package org.mashhub.adapter.healthvisiting;

import org.jspecify.annotations.NullMarked;
