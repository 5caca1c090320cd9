/**
 * The police adapter: incidents, domestic abuse, intelligence, custody, wanted persons,
 * requests for conferences and answers, in the nouns of the POLE data standards (person,
 * object, location, event), become events.
 */
@NullMarked
package org.mashhub.adapter.police;

import org.jspecify.annotations.NullMarked;
