package org.mashhub.standalone.edge;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The adapters of all agencies as one application, each under its own path; two agencies
 * may have a class of the same name.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(EdgeSettings.class)
@ComponentScan(basePackages = { "org.mashhub.adapter", "org.mashhub.rehearsal", "org.mashhub.standalone.edge" },
		nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
		excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class))
public class EdgeService {

	/**
	 * Starts the adapters.
	 * @param args Spring's command line
	 */
	public static void main(String[] args) {
		AdapterProcess.run(EdgeService.class, args);
	}

}
