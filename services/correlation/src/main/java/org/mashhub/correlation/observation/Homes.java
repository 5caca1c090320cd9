package org.mashhub.correlation.observation;

import java.util.Collection;

/**
 * When two addresses are one home. Each is known by keys: of the UPRN, and of its words.
 * A landlord or the police may send the UPRN of a building with the number of a flat, a
 * room or a pitch in it, which has none of its own: a key of that number is no home by
 * itself, and keeps two of them apart.
 */
public final class Homes {

	/** How the key of a flat, room or pitch begins. */
	public static final String ROOM = "R/";

	private Homes() {
	}

	/**
	 * Whether two addresses are of one home, as far as is known.
	 * @param one keys of one
	 * @param other keys of the other
	 * @return true when they share a key, and are not of two rooms
	 */
	public static boolean same(Collection<String> one, Collection<String> other) {
		return share(one, other) && !ofTwoRooms(one, other);
	}

	/**
	 * Whether two addresses are of one home, or of one building.
	 * @param one keys of one
	 * @param other keys of the other
	 * @return true when they share a key
	 */
	public static boolean share(Collection<String> one, Collection<String> other) {
		for (String key : one) {
			if (!isRoom(key) && other.contains(key)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a key tells rooms apart, and is no home's.
	 * @param key a key of an address
	 * @return true for a room's
	 */
	public static boolean isRoom(String key) {
		return key.startsWith(ROOM);
	}

	private static boolean ofTwoRooms(Collection<String> one, Collection<String> other) {
		boolean known = false;
		for (String key : one) {
			if (isRoom(key)) {
				if (other.contains(key)) {
					return false;
				}
				known = true;
			}
		}
		return known && other.stream().anyMatch(Homes::isRoom);
	}

}
