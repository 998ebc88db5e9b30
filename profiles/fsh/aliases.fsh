// Systems of others. Own code systems are named by their id, without an alias.
Alias: $translation = http://hl7.org/fhir/StructureDefinition/translation
Alias: $data-absent = http://hl7.org/fhir/StructureDefinition/data-absent-reason
Alias: $ucum = http://unitsofmeasure.org
Alias: $loinc = http://loinc.org
Alias: $v2-0203 = http://terminology.hl7.org/CodeSystem/v2-0203
Alias: $act-code = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $id-document = urn:oid:2.16.156.10011.1.3
Alias: $health-record = urn:oid:2.16.156.10011.1.2
Alias: $health-card = urn:oid:2.16.156.10011.1.19
Alias: $health-worker = urn:oid:2.16.156.10011.1.4
Alias: $institution-code = urn:oid:2.16.156.10011.1.5
