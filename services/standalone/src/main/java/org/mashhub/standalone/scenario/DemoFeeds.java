package org.mashhub.standalone.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.mashhub.standalone.DemoOrganisations;
import org.mashhub.standalone.client.HubClient;

/**
 * What the fictional organisations publish: the examples that the adapters ship.
 */
public final class DemoFeeds {

	private DemoFeeds() {
	}

	/**
	 * What an agency's organisation publishes.
	 * @param agency the agency
	 * @return the declaration, as JSON
	 */
	public static String of(String agency) {
		String name = "examples/" + agency + "/feeds.json";
		try (InputStream in = DemoFeeds.class.getClassLoader().getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException(name + " is missing from the build");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + name, ex);
		}
	}

	/**
	 * Lets every organisation declare what it publishes, as it would itself.
	 * @param hub the hub
	 * @return how many organisations have declared
	 */
	public static int declare(HubClient hub) {
		return SideBySide
			.each(DemoOrganisations.BY_AGENCY.keySet(), (agency) -> hub.declareFeeds(agency, of(agency), null))
			.size();
	}

}
