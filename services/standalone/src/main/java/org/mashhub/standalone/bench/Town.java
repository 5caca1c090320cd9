package org.mashhub.standalone.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.mashhub.standalone.bench.Resident.Home;
import org.mashhub.standalone.bench.Resident.Household;

/**
 * A fictional town, the same for the same seed: households with children, whose names,
 * birthdays and homes collide about as often as real ones do.
 */
final class Town {

	private static final List<String> GIRLS = List.of("Amelia", "Olivia", "Isla", "Ava", "Ivy", "Freya", "Lily",
			"Florence", "Mia", "Willow", "Rosie", "Sophia", "Isabella", "Grace", "Daisy", "Sienna", "Poppy", "Elsie",
			"Emily", "Ella", "Evelyn", "Phoebe", "Harper", "Evie", "Maya", "Aisha", "Fatima", "Zara", "Hannah", "Chloe",
			"Jessica", "Ruby", "Kelly", "Stacey", "Leanne", "Gemma", "Natasha", "Donna", "Karen", "Sarah", "Claire",
			"Nicola", "Michelle", "Rebecca", "Laura", "Danielle", "Jade", "Chantelle", "Amy", "Katie", "Bethany",
			"Megan", "Shannon", "Paige", "Abigail", "Charlotte", "Lucy", "Molly", "Holly", "Eleanor");

	private static final List<String> BOYS = List.of("Noah", "Oliver", "George", "Arthur", "Muhammad", "Leo", "Harry",
			"Oscar", "Archie", "Henry", "Theodore", "Freddie", "Jack", "Charlie", "Theo", "Alfie", "Jacob", "Thomas",
			"Finley", "Arlo", "William", "Lucas", "Roman", "Tommy", "Isaac", "Teddy", "Alexander", "Luca", "Edward",
			"James", "Craig", "Darren", "Lee", "Wayne", "Shane", "Kyle", "Ryan", "Jordan", "Liam", "Connor", "Callum",
			"Daniel", "Matthew", "Christopher", "David", "Michael", "Andrew", "Robert", "Stephen", "Mark", "Paul",
			"Jason", "Scott", "Ahmed", "Imran", "Hassan", "Tyler", "Dylan", "Nathan", "Joshua");

	private static final List<String> BEGINNINGS = List.of("Ash", "Black", "Brad", "Brook", "Cald", "Chad", "Clay",
			"Crow", "Dun", "East", "Far", "Fen", "Green", "Hal", "Har", "Hart", "Hol", "Kirk", "Lang", "Mar", "Mil",
			"New", "Nor", "Oak", "Pen", "Red", "Rush", "Sel", "Shep", "Stan", "Strat", "Sut", "Thorn", "Wal", "Wes",
			"Whit", "Wind", "Wood", "Wy", "Yar");

	private static final List<String> ENDINGS = List.of("bourne", "bridge", "brook", "bury", "combe", "croft", "dale",
			"don", "field", "ford", "gate", "ham", "hurst", "land", "ley", "low", "man", "more", "ridge", "shaw", "son",
			"ton", "ward", "well", "wick", "wood", "worth");

	private static final List<String> STREETS = List.of("Mill Row", "Quarry Street", "Canal Terrace", "High Street",
			"Chapel Lane", "Station Road", "Bell Court", "Church Walk", "Park View", "Foundry Road", "Orchard Close",
			"Weir Lane", "Market Place", "School Lane", "Victoria Road", "Albert Street", "Meadow Way", "Hill Rise",
			"Bridge Street", "Priory Gardens");

	private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

	private final Random random;

	private final LocalDate today;

	private final List<Household> households = new ArrayList<>();

	private int people;

	private int homes;

	private int serial;

	/**
	 * Builds a town.
	 * @param seed the same seed gives the same town
	 * @param wanted how many people at least
	 * @param today the day on which their ages are drawn
	 */
	Town(long seed, int wanted, LocalDate today) {
		this.random = new Random(seed);
		this.today = today;
		while (this.people < wanted) {
			this.households.add(household(this.households.size()));
		}
	}

	List<Household> households() {
		return this.households;
	}

	int people() {
		return this.people;
	}

	/** A home in which nobody has lived yet. */
	Home nextHome() {
		int home = this.homes++;
		int postcode = home / 18;
		int street = postcode % STREETS.size();
		String outward = "ZZ" + (90 + postcode / 4000 % 10);
		String inward = postcode / 400 % 10 + "" + LETTERS.charAt(postcode / 20 % 20) + LETTERS.charAt(postcode % 20);
		return new Home((1 + home % 18) + " " + STREETS.get(street), outward + " " + inward,
				String.format(Locale.ROOT, "9999%08d", home));
	}

	private Household household(int number) {
		String surname = surname();
		List<Resident> adults = new ArrayList<>();
		int mother = 19 + this.random.nextInt(24);
		adults.add(resident(surname, true, mother));
		if (chance(62)) {
			adults.add(resident(chance(55) ? surname : surname(), false,
					Math.max(18, mother - 3 + this.random.nextInt(12))));
		}
		if (chance(9)) {
			adults.add(resident(chance(40) ? surname : surname(), chance(50), 18 + this.random.nextInt(50)));
		}
		List<Resident> children = new ArrayList<>();
		int count = 1 + (chance(55) ? 1 : 0) + (chance(22) ? 1 : 0) + (chance(8) ? 1 : 0);
		int age = this.random.nextInt(Math.max(1, Math.min(6, mother - 17)));
		for (int child = 0; child < count && age <= mother - 17; child++) {
			children.add(resident(surname, chance(50), age));
			age += 1 + this.random.nextInt(3);
		}
		return new Household(number, nextHome(), adults, children, chance(25));
	}

	private Resident resident(String surname, boolean female, int age) {
		List<String> names = female ? GIRLS : BOYS;
		LocalDate born = this.today.minusYears(age).minusDays(1 + this.random.nextInt(364));
		String nhsNumber = "";
		while (nhsNumber.isEmpty()) {
			nhsNumber = Resident.nhsNumber(this.serial++);
		}
		int number = this.people++;
		String pncId = (age >= 18 && chance(female ? 8 : 25)) ? pncId(number, age) : null;
		return new Resident(number, pick(names), pick(names), surname, born, female, nhsNumber, pncId,
				String.format(Locale.ROOT, "07700 9%05d", number % 100_000));
	}

	private String pncId(int number, int age) {
		int year = this.today.getYear() - Math.max(0, Math.min(age - 16, 15));
		String letters = "ZABCDEFGHJKLMNPQRTUVWXY";
		char check = letters.charAt((int) ((year % 100 * 10_000_000L + number) % 23));
		return String.format(Locale.ROOT, "%d/%07d%s", year, number, check);
	}

	private String surname() {
		return pick(BEGINNINGS) + pick(ENDINGS);
	}

	private String pick(List<String> from) {
		return from.get(this.random.nextInt(from.size()));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

}
