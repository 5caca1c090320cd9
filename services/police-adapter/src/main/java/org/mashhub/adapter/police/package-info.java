/**
 * The police adapter: incident logs and custody outcomes, in the nouns of the POLE data
 * standards (person, object, location, event), become events.
 */
@NullMarked
package org.mashhub.adapter.police;

import org.jspecify.annotations.NullMarked;
