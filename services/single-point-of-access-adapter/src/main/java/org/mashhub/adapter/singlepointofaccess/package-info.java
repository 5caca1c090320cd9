/**
 * The adapter of Single Point of Access: what members of the public tell the front door
 * becomes an event that never says who told it.
 */
@NullMarked
package org.mashhub.adapter.singlepointofaccess;

import org.jspecify.annotations.NullMarked;
