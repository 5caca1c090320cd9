package org.mashhub.correlation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.MatchModel;
import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.Thresholds;
import org.mashhub.correlation.rules.WorkingTime;
import org.mashhub.correlation.stream.CorrelationStreams;
import org.mashhub.correlation.stream.StateForm;
import org.mashhub.correlation.stream.StreamMetrics;
import org.mashhub.tracing.Traces;
import org.mashhub.tracing.TracingConfiguration;

@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
class CorrelationConfiguration {

	/**
	 * Version of what no setting says: how people are grouped, families read and pictures
	 * put together. Whoever changes what comes of an entry raises it.
	 */
	private static final String ENGINE = "15";

	@Bean
	SecurityFilterChain security(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/prometheus")
				.hasAuthority("SCOPE_hub:metrics")
				.anyRequest()
				.denyAll())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.build();
	}

	@Bean
	StreamMetrics streamMetrics(MeterRegistry registry) {
		return new StreamMetrics(registry);
	}

	@Bean
	EngineSettings engineSettings(CorrelationProperties properties) {
		MatchModel model = new FellegiSunterModel(ModelFile.builtIn(),
				new FellegiSunterModel.Thresholds(properties.edgeAt(), properties.reviewAt(), properties.sameAt()),
				properties.expectedMentions());
		return new EngineSettings(model, new FamilySettings(properties.stayHolds(), properties.crowdedHome()),
				new RuleBook(new Thresholds(properties.thresholds())),
				new WorkingTime(properties.zone(), properties.closing(), properties.redWithin(),
						properties.amberWorkingDays(), properties.greenWorkingDays()),
				properties.urgentStatuses());
	}

	@Bean
	CorrelationStreams correlationStreams(CorrelationProperties properties, EngineSettings settings,
			StreamMetrics metrics, Traces traces) {
		return new CorrelationStreams(properties, settings, epoch(properties, settings), metrics, traces);
	}

	/**
	 * The epoch's name and a check sum of all that changes outcomes and of the form in
	 * which state is kept: other settings, another epoch.
	 */
	static String epoch(CorrelationProperties properties, EngineSettings settings) {
		String all = String.join("|", ENGINE, StateForm.describe(), settings.model().version(), RuleBook.VERSION,
				String.valueOf(properties.sameAt()), String.valueOf(properties.reviewAt()),
				String.valueOf(properties.edgeAt()), String.valueOf(properties.expectedMentions()),
				properties.stayHolds().toString(), String.valueOf(properties.crowdedHome()),
				properties.zone().toString(), properties.closing().toString(), properties.redWithin().toString(),
				String.valueOf(properties.amberWorkingDays()), String.valueOf(properties.greenWorkingDays()),
				new TreeSet<>(properties.urgentStatuses()).toString(),
				new TreeMap<>(properties.thresholds()).toString(), checkSum(FellegiSunterModel.class, "nicknames.csv"),
				checkSum(WorkingTime.class, "bank-holidays.csv"));
		CRC32 crc = new CRC32();
		crc.update(all.getBytes(StandardCharsets.UTF_8));
		return properties.epoch() + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
	}

	private static String checkSum(Class<?> beside, String table) {
		try (InputStream in = beside.getResourceAsStream(table)) {
			if (in == null) {
				throw new IllegalStateException(table + " is missing from the build");
			}
			CRC32 crc = new CRC32();
			crc.update(in.readAllBytes());
			return HexFormat.of().toHexDigits((int) crc.getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
