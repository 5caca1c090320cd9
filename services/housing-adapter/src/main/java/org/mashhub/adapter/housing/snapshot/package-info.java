/**
 * A landlord's table of all tenancies, night by night: what one changes against the last
 * becomes events, as if the landlord had told of each change.
 */
@NullMarked
package org.mashhub.adapter.housing.snapshot;

import org.jspecify.annotations.NullMarked;
