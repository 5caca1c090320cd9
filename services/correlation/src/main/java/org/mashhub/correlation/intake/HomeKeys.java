package org.mashhub.correlation.intake;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.event.common.v1.Address;

/**
 * Keys under which two records of one home meet: of the UPRN, and of flat, number, street
 * and postcode. Both are keyed hashes (HMAC-SHA-256), so that an address can be matched
 * without being readable from state or outputs. An address without a postcode or without
 * a number or name gives no key: half an address is no home.
 */
public final class HomeKeys {

	private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(Map.entry("RD", "ROAD"),
			Map.entry("ST", "STREET"), Map.entry("AVE", "AVENUE"), Map.entry("AV", "AVENUE"), Map.entry("CL", "CLOSE"),
			Map.entry("CT", "COURT"), Map.entry("CRES", "CRESCENT"), Map.entry("DR", "DRIVE"),
			Map.entry("GDNS", "GARDENS"), Map.entry("GRN", "GREEN"), Map.entry("GR", "GROVE"), Map.entry("LN", "LANE"),
			Map.entry("PL", "PLACE"), Map.entry("SQ", "SQUARE"), Map.entry("TER", "TERRACE"),
			Map.entry("TERR", "TERRACE"), Map.entry("WY", "WAY"), Map.entry("APARTMENT", "FLAT"),
			Map.entry("APT", "FLAT"), Map.entry("UNIT", "FLAT"), Map.entry("ROOM", "FLAT"), Map.entry("RM", "FLAT"),
			Map.entry("BEDSIT", "FLAT"), Map.entry("STUDIO", "FLAT"), Map.entry("PLOT", "FLAT"),
			Map.entry("PITCH", "FLAT"), Map.entry("CARAVAN", "FLAT"), Map.entry("BERTH", "FLAT"),
			Map.entry("MOORING", "FLAT"));

	/** Words that half of all addresses have. */
	private static final Set<String> SAYS_NOTHING = Stream
		.concat(ABBREVIATIONS.values().stream(), Stream.of("THE", "HOUSE", "PARADE", "CIRCUIT", "HILL", "PARK", "WALK"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern FLAT = Pattern.compile("\\b(?:FLAT )+([A-Z0-9]+)\\b ?");

	private static final Pattern NUMBER = Pattern.compile("^([0-9]+[A-Z]?(?: [0-9]+[A-Z]?)?)(?: |$)");

	private static final Pattern CALLED_NUMBER = Pattern.compile("^(?:NO|NUMBER|NUM) (?=[0-9])");

	private static final Pattern LEADING_ZEROS = Pattern.compile("\\b0+(?=[0-9])");

	private static final Pattern HOSPITAL = Pattern
		.compile("(?:.* )?(?:HOSPITAL|INFIRMARY|NEONATAL UNIT|NICU|SCBU|MATERNITY UNIT|MATERNITY WARD|LABOUR WARD)");

	/** What has become flats keeps its name. */
	private static final Pattern ONCE_HOSPITAL = Pattern.compile("\\b(?:OLD|FORMER)\\b|^[0-9]|^FLAT ");

	private static final List<String> WRITTEN_NUMBERS = List.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN",
			"EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE");

	private static final Pattern FLAT_IN_WORDS = Pattern
		.compile("\\bFLAT (" + String.join("|", WRITTEN_NUMBERS) + ")\\b");

	private final SecretKeySpec key;

	/**
	 * Creates keys.
	 * @param secret the area's secret; the same for ever, since keys are in the log
	 */
	public HomeKeys(String secret) {
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
	}

	/**
	 * The keys of an address.
	 * @param address as recorded
	 * @return none, one or two keys, and beside that of a UPRN one of the flat or room,
	 * see {@link Homes}
	 */
	public List<String> of(Address address) {
		List<String> keys = new ArrayList<>();
		if (isHospital(address)) {
			return keys;
		}
		address.getUprn()
			.map((uprn) -> uprn.strip().replaceFirst("^0+", ""))
			.filter((uprn) -> uprn.matches("[0-9]{1,12}"))
			.ifPresent((uprn) -> {
				String flat = flat(address);
				if (!flat.isEmpty()) {
					keys.add(Homes.ROOM + hash("room " + flat, 5));
				}
				keys.add("U/" + hash(uprn));
			});
		String text = text(address);
		if (text != null) {
			keys.add("A/" + hash(text));
		}
		return keys;
	}

	/**
	 * Keyed hashes of the words of an address, without a United Kingdom postcode: number,
	 * street, locality, each once.
	 * @param address as recorded
	 * @return hashes in the order of the words
	 */
	public List<String> words(Address address) {
		Stream<String> lines = address.getLines().stream().map(HomeKeys::spelled);
		// A postcode of another country, or one that was mistyped, is a word like others.
		Stream<String> code = address.getPostcode()
			.filter((recorded) -> Standardiser.postcode(recorded).isEmpty())
			.map(HomeKeys::spelled)
			.stream();
		return Stream.concat(lines, code)
			.flatMap((line) -> Arrays.stream(line.split(" ", -1)))
			.filter((word) -> !word.isEmpty() && !SAYS_NOTHING.contains(word))
			.flatMap(HomeKeys::pieces)
			.distinct()
			.map((piece) -> hash("piece " + piece, 5))
			.toList();
	}

	/** Both halves of a long word: a slip spoils one of them only. */
	private static Stream<String> pieces(String word) {
		int half = word.length() / 2;
		return (word.length() < 6) ? Stream.of(word) : Stream.of(word.substring(0, half), "-" + word.substring(half));
	}

	/** The keys in one value of a fact. */
	String joined(Address address) {
		return String.join(" ", of(address));
	}

	/**
	 * Flat, number, street and postcode in one spelling; null when the address is not
	 * exact enough.
	 */
	static @Nullable String text(Address address) {
		String postcode = address.getPostcode().map(Standardiser::postcode).orElse("");
		List<String> lines = lines(address);
		if (postcode.isEmpty() || lines.isEmpty()) {
			return null;
		}
		String flat = "";
		String name = "";
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			Matcher inFlat = FLAT.matcher(line);
			if (flat.isEmpty() && inFlat.find()) {
				flat = inFlat.group(1);
				line = inFlat.replaceFirst("").strip();
			}
			name = name.isEmpty() ? line : name;
			Matcher numbered = NUMBER.matcher(line);
			if (numbered.find()) {
				String street = line.substring(numbered.end()).strip();
				if (street.isEmpty() && i + 1 < lines.size()) {
					street = lines.get(i + 1);
				}
				return flat + "|" + numbered.group(1) + "|" + street + "|" + postcode;
			}
		}
		return flat + "|" + (name.isEmpty() ? lines.getFirst() : name) + "||" + postcode;
	}

	/** Number of the flat, room or pitch, empty when the address has none. */
	private static String flat(Address address) {
		return lines(address).stream()
			.map(FLAT::matcher)
			.filter(Matcher::find)
			.map((found) -> found.group(1))
			.findFirst()
			.orElse("");
	}

	/** A ward is nobody's home, whoever lies there. */
	private static boolean isHospital(Address address) {
		return lines(address).stream()
			.limit(2)
			.anyMatch((line) -> HOSPITAL.matcher(line).matches() && !ONCE_HOSPITAL.matcher(line).find());
	}

	private static List<String> lines(Address address) {
		return address.getLines()
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",", -1)))
			.map(HomeKeys::spelled)
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private static String spelled(String line) {
		String[] words = Standardiser.fold(line.replaceAll("(?i)\\bpostcode\\b", "")).split(" ", -1);
		String spelled = String.join(" ",
				Arrays.stream(words)
					.filter((word) -> !word.isEmpty())
					.map((word) -> ABBREVIATIONS.getOrDefault(word, word))
					.toList());
		return numbered(spelled);
	}

	/** "No. 4", "Flat 04" and "Flat Four" are 4 as well. */
	private static String numbered(String line) {
		String plain = LEADING_ZEROS.matcher(CALLED_NUMBER.matcher(line).replaceFirst("")).replaceAll("");
		Matcher inWords = FLAT_IN_WORDS.matcher(plain);
		return inWords.find() ? inWords.replaceFirst("FLAT " + (WRITTEN_NUMBERS.indexOf(inWords.group(1)) + 1)) : plain;
	}

	private String hash(String text) {
		return hash(text, 12);
	}

	private String hash(String text, int bytes) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, bytes);
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("every JDK has HmacSHA256", ex);
		}
	}

}
