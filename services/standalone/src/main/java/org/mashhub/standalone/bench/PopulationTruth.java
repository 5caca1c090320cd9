package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.CannotProceedException;

/**
 * What is true of a fictional population, from the tables that were written with it.
 *
 * @param ofMentions person of each mention, by record and name within the record
 * @param born birthday of each person
 * @param origins origin of each person's name
 * @param around for each child, the adults who were ever really around it, and as what
 */
record PopulationTruth(Map<String, Integer> ofMentions, Map<Integer, LocalDate> born, Map<Integer, String> origins,
		Map<Integer, Map<Integer, String>> around) {

	/**
	 * Reads it.
	 * @param population directory of the population
	 * @return the truth
	 */
	static PopulationTruth read(Path population) {
		Map<String, Integer> ofMentions = new HashMap<>();
		each(population.resolve("mentions.csv"), (line) -> {
			if (!line.get("person").isEmpty()) {
				ofMentions.put(key(line.get("record"), line.get("ref")), Integer.valueOf(line.get("person")));
			}
		});
		Map<Integer, LocalDate> born = new HashMap<>();
		Map<Integer, String> origins = new HashMap<>();
		each(population.resolve("people.csv"), (line) -> {
			born.put(Integer.valueOf(line.get("person")), LocalDate.parse(line.get("born")));
			origins.put(Integer.valueOf(line.get("person")), line.get("origin"));
		});
		Map<Integer, Map<Integer, String>> around = new TreeMap<>();
		each(population.resolve("children_adults.csv"),
				(line) -> around.computeIfAbsent(Integer.valueOf(line.get("child")), (unknown) -> new TreeMap<>())
					.putIfAbsent(Integer.valueOf(line.get("adult")), line.get("why")));
		return new PopulationTruth(ofMentions, born, origins, around);
	}

	/** Who a mention is in truth, null where the population does not say. */
	@Nullable Integer person(Object record, String ref) {
		return this.ofMentions.get(key(record.toString(), ref));
	}

	/** Whether a person is under 18 on a day. */
	boolean isChild(int person, LocalDate day) {
		LocalDate birthday = this.born.get(person);
		return birthday != null && birthday.plusYears(18).isAfter(day);
	}

	private static String key(String record, String ref) {
		return record + "#" + ref;
	}

	private static void each(Path table, Consumer<CSVRecord> line) {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (Reader reader = Files.newBufferedReader(table); CSVParser parser = format.parse(reader)) {
			parser.forEach(line);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + table,
					"Write a population first: ./mash population generate --people 6000 --seed 11 --out DIR");
		}
	}

}
