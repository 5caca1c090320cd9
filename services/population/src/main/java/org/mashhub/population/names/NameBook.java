package org.mashhub.population.names;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.chance.Weighted;

/** The lists of names, by origin. */
final class NameBook {

	/** Share of British people with a surname that nearly nobody else has. */
	private static final double RARE_SURNAME = 0.38;

	/** Share of people with a given name out of its time. */
	private static final double OUT_OF_TIME = 0.06;

	private static final List<String> BEGINNINGS = Lists.words("""
			Ash Black Brad Brook Cald Chad Clay Crow Dun East Far Fen Green Hal Har Hart Hol Kirk Lang Mar Mil New Nor \
			Oak Pen Red Rush Sel Shep Stan Strat Sut Thorn Wal Wes Whit Wind Wood Wy Yar Ad Ald Al Apple Arm Bar Bart \
			Bever Bin Blen Bol Bram Bur Cat Cham Cole Cran Dan Den Dray Ed El Ell Fair Farn Fle Gar Gil Glad Good Ham \
			Hay Hed Hen Her High Hub Ing Kel Ken Knap Led Lin Lock Lud Mad Med Mor Net Pad Pick Pres Rad Rams Raven \
			Rock Row Saw Sher Ship Spar Swan Tat Thur Til Trow Up Ward Wat Wel Wick Wil Win Wor""");

	private static final List<String> ENDINGS = Lists.words("""
			bourne bridge brook bury combe croft dale don field ford gate ham hurst land ley low man more ridge shaw \
			son ton ward well wick wood worth by cliffe cote den head hill holme house leigh over stead stone thorpe \
			tree way""");

	private final Map<Origin, Shelf> shelves = new EnumMap<>(Origin.class);

	NameBook() {
		for (Origin origin : Origin.values()) {
			this.shelves.put(origin, Shelf.read(origin));
		}
	}

	/** A given name of somebody of that origin born in that year. */
	String given(Origin origin, boolean female, int year, Dice dice) {
		boolean own = origin == Origin.ENGLISH || !origin.isBritish() || dice.chance(0.5);
		Shelf shelf = shelf(own ? origin : Origin.ENGLISH);
		return shelf.given(female, dice.chance(OUT_OF_TIME) ? dice.between(1930, 2020) : year, dice);
	}

	/** A given name that English people have. */
	String english(boolean female, int year, Dice dice) {
		return shelf(Origin.ENGLISH).given(female, year, dice);
	}

	/** A surname, in the form that men bear. */
	String surname(Origin origin, Dice dice) {
		if (origin.isBritish() && origin != Origin.CARIBBEAN && dice.chance(RARE_SURNAME)) {
			return dice.oneOf(BEGINNINGS) + dice.oneOf(ENDINGS);
		}
		return shelf(origin).surnames.pick(dice);
	}

	/** A name that women bear in place of a family's. */
	String womensName(Origin origin, Dice dice) {
		return shelf(origin).womens.pick(dice);
	}

	private Shelf shelf(Origin origin) {
		Shelf shelf = this.shelves.get(origin);
		if (shelf == null) {
			throw new IllegalStateException("no names of " + origin);
		}
		return shelf;
	}

	/** Names of one origin. */
	private record Shelf(List<Years> girls, List<Years> boys, Weighted<String> surnames, Weighted<String> womens) {

		static Shelf read(Origin origin) {
			List<Years> girls = new ArrayList<>();
			List<Years> boys = new ArrayList<>();
			Weighted<String> surnames = Weighted.ranked(List.of(""), 1);
			Weighted<String> womens = surnames;
			for (Map.Entry<String, List<String>> section : Lists.sections(NameBook.class, origin.resource())
				.entrySet()) {
				List<String> heading = Lists.words(section.getKey());
				double flat = Double.parseDouble(heading.getLast().substring("flat=".length()));
				Weighted<String> names = Weighted.ranked(section.getValue(), flat);
				switch (heading.getFirst()) {
					case "girls" -> girls.add(Years.of(heading, names));
					case "boys" -> boys.add(Years.of(heading, names));
					case "surnames" -> surnames = names;
					case "women" -> womens = names;
					default -> throw new IllegalStateException("what are " + heading.getFirst() + " of " + origin);
				}
			}
			return new Shelf(List.copyOf(girls), List.copyOf(boys), surnames, womens);
		}

		String given(boolean female, int year, Dice dice) {
			List<Years> lists = female ? this.girls : this.boys;
			for (Years years : lists) {
				if (year <= years.to) {
					return years.names.pick(dice);
				}
			}
			return lists.getLast().names.pick(dice);
		}

	}

	/** Given names up to a year of birth. */
	private record Years(int to, Weighted<String> names) {

		static Years of(List<String> heading, Weighted<String> names) {
			String years = heading.get(1);
			return new Years(years.startsWith("flat") ? Integer.MAX_VALUE
					: Integer.parseInt(years.substring(years.indexOf('-') + 1)), names);
		}

	}

}
