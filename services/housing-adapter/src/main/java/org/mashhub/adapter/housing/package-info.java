/** The housing adapter: a landlord's moves, with tenancy and household. */
@NullMarked
package org.mashhub.adapter.housing;

import org.jspecify.annotations.NullMarked;
