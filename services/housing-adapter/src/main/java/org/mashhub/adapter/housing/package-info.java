/**
 * The housing adapter: what a landlord's systems record of tenancies, households and
 * homes becomes events, one by one.
 */
@NullMarked
package org.mashhub.adapter.housing;

import org.jspecify.annotations.NullMarked;
