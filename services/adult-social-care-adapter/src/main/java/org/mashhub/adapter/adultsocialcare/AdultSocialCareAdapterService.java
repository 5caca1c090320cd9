package org.mashhub.adapter.adultsocialcare;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of adult social care as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.adultsocialcare" })
public class AdultSocialCareAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(AdultSocialCareAdapterService.class, arguments);
	}

}
