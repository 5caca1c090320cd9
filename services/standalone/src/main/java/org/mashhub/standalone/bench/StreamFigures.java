package org.mashhub.standalone.bench;

import org.mashhub.standalone.bench.Figures.Drained;
import org.mashhub.standalone.bench.Figures.Machine;
import org.mashhub.standalone.bench.Figures.Paced;

/**
 * What was measured with a fictional population through Kafka.
 *
 * @param machine what it ran on
 * @param date the day
 * @param commit commit of the repository, with a plus when files were changed since
 * @param command what was typed
 * @param load load average of the machine before
 * @param people fictional people in all areas together
 * @param areas how many areas
 * @param intake events from the agency topics into the area logs
 * @param correlation entries of the area logs to everything that comes of them
 * @param given records that correlation gave out
 * @param stateMegabytes live heap that correlation's state took
 * @param backSeconds from the start of a stopped correlation until it decided again, its
 * state restored from the changelog
 * @param paced at a steady pace from the agency topic, intake and correlation together
 */
public record StreamFigures(Machine machine, String date, String commit, String command, double load, int people,
		int areas, Drained intake, Drained correlation, long given, long stateMegabytes, double backSeconds,
		Paced paced) {
}
