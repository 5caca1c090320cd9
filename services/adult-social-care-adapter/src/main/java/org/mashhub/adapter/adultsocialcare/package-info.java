/**
 * The adapter of adult social care: referrals and services of adults, with the children
 * of their homes.
 */
@NullMarked
package org.mashhub.adapter.adultsocialcare;

import org.jspecify.annotations.NullMarked;
