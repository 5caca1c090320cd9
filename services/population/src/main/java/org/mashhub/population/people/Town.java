package org.mashhub.population.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.names.Lists;
import org.mashhub.population.people.Dwelling.Kind;

/**
 * The homes of the area. Who moves out leaves an empty home, into which somebody else
 * moves: that two families of one address have nothing to do with one another is what
 * tempts a linker.
 */
final class Town {

	private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

	private static final int OF_ONE_POSTCODE = 17;

	private static final int POSTCODES_OF_A_DISTRICT = 4000;

	private static final int DISTRICTS = 10;

	/** Postcodes whose households mostly go to one practice. */
	private static final int POSTCODES_OF_A_PRACTICE = 180;

	private static final int ROOMS_OF_A_REFUGE = 12;

	private static final double REUSED = 0.9;

	private static final double CONVERTED_HOUSE = 0.2;

	private final Map<String, List<String>> words = Lists.sections(Town.class, "/org/mashhub/population/places.txt");

	private final Map<Kind, Deque<Dwelling>> empty = new EnumMap<>(Kind.class);

	private final Dice dice;

	private final int practices;

	private long homes;

	private int postcodes;

	private String street = "";

	private String locality = "";

	private String postcode = "";

	private int number;

	private int lastNumber;

	private int ofThisPostcode;

	private String block = "";

	private String blockPostcode = "";

	private String blockLocality = "";

	private int flats;

	private int lastFlat;

	private boolean lettered;

	private int rooms;

	private String refuge = "";

	private String refugePostcode = "";

	Town(long seed, int people) {
		this.dice = Dice.of(seed, Purpose.TOWN, 0);
		this.practices = Math.max(1, people / 9000);
		for (Kind kind : Kind.values()) {
			this.empty.put(kind, new ArrayDeque<>());
		}
	}

	/** A home in which nobody lives now. */
	Dwelling take(Kind kind, Dice chooser) {
		Deque<Dwelling> waiting = vacant(kind);
		if (!waiting.isEmpty() && chooser.chance(REUSED)) {
			return waiting.removeFirst();
		}
		return switch (kind) {
			case HOUSE -> house();
			case FLAT -> flat();
			case REFUGE -> room();
			case CARE_HOME -> new Dwelling(null, pick("streets") + " " + pick("blocks") + " Care Home",
					pick("localities"), newPostcode(), uprn(), kind, practice());
			case PRISON -> new Dwelling(null, "HMP Harrow Vale", "Harrow Vale", newPostcode(), uprn(), kind, 1);
		};
	}

	void vacate(Dwelling home) {
		vacant(home.kind()).addLast(home);
	}

	/** The practice that somebody of this home registers with: mostly the nearest. */
	int practiceOf(Dwelling home, Dice chooser) {
		return chooser.chance(0.82) ? home.practice() : 1 + chooser.below(this.practices);
	}

	private Deque<Dwelling> vacant(Kind kind) {
		Deque<Dwelling> waiting = this.empty.get(kind);
		if (waiting == null) {
			throw new IllegalStateException("no homes of the kind " + kind);
		}
		return waiting;
	}

	private Dwelling house() {
		if (this.number >= this.lastNumber) {
			this.street = streetName();
			this.locality = pick("localities");
			this.number = 0;
			this.lastNumber = 16 + this.dice.below(60);
			this.ofThisPostcode = OF_ONE_POSTCODE;
		}
		this.number++;
		if (++this.ofThisPostcode > OF_ONE_POSTCODE) {
			this.postcode = newPostcode();
			this.ofThisPostcode = 1;
		}
		String suffix = this.dice.chance(0.015) ? "A" : "";
		return new Dwelling(null, this.number + suffix + " " + this.street, this.locality, this.postcode, uprn(),
				Kind.HOUSE, practice());
	}

	private Dwelling flat() {
		if (this.flats >= this.lastFlat) {
			beginBlock();
		}
		this.flats++;
		String flat = this.lettered ? "Flat " + (char) ('A' + this.flats - 1) : "Flat " + this.flats;
		return new Dwelling(flat, this.block, this.blockLocality, this.blockPostcode, uprn(), Kind.FLAT, practice());
	}

	private Dwelling room() {
		if (this.rooms++ % ROOMS_OF_A_REFUGE == 0) {
			this.refuge = pick("streets") + " House";
			this.refugePostcode = newPostcode();
		}
		return new Dwelling("Room " + (1 + (this.rooms - 1) % ROOMS_OF_A_REFUGE), this.refuge, pick("localities"),
				this.refugePostcode, uprn(), Kind.REFUGE, practice());
	}

	private void beginBlock() {
		boolean converted = this.dice.chance(CONVERTED_HOUSE);
		String house = (1 + this.dice.below(140)) + " " + streetName();
		this.block = converted ? house : pick("streets") + " " + pick("blocks") + ", " + house;
		this.lettered = converted && this.dice.chance(0.5);
		this.lastFlat = converted ? 2 + this.dice.below(3) : 6 + this.dice.below(43);
		this.flats = 0;
		this.blockPostcode = newPostcode();
		this.blockLocality = pick("localities");
	}

	private String streetName() {
		return pick("streets") + " " + pick("kinds");
	}

	private String pick(String heading) {
		return this.dice.oneOf(this.words.getOrDefault(heading, List.of()));
	}

	private int practice() {
		return 1 + this.postcodes / POSTCODES_OF_A_PRACTICE % this.practices;
	}

	private long uprn() {
		return 999_900_000_000L + this.homes++;
	}

	/** Postcodes of districts that the Royal Mail has never given out. */
	private String newPostcode() {
		int place = this.postcodes++;
		int district = place / POSTCODES_OF_A_DISTRICT;
		int within = place % POSTCODES_OF_A_DISTRICT;
		return ((district < DISTRICTS) ? "ZZ" : "ZY") + (90 + district % DISTRICTS) + " " + within / 400
				+ LETTERS.charAt(within / 20 % 20) + LETTERS.charAt(within % 20);
	}

}
