"""Lists for tests. Everybody and everything on them is invented."""

from __future__ import annotations

CSV = """\
id,name,kind,aliases,country
P-1,"Lindqvarn, Måra Sofija",person,Mara Lindkvarn|M. S. Lindqvarn,NOR
P-2,Abd al-Karim Tarvani,person,Abu Zelim;Karimov,Uzbekistan
P-3,Yong-nam Chorvak,person,,
P-4,Jakub Ørdłowski Þárn,person,Jakub Ordlov,POL
E-1,Meridian Harbour Trading Company Ltd,organization,MHTC,
E-2,Vostrava Liberation Front (VLF),armed_group,Qarnoum,
U-1,Selwick Tarn,,,
"""

XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST>
   <INDIVIDUALS>
      <INDIVIDUAL>
         <DATAID>1</DATAID>
         <FIRST_NAME> OREN  </FIRST_NAME><SECOND_NAME>TALVI</SECOND_NAME><THIRD_NAME>IBN SAREK</THIRD_NAME><FOURTH_NAME>AL-MORDAVI</FOURTH_NAME>
         <UN_LIST_TYPE>Invented</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001 </REFERENCE_NUMBER>
         <NAME_ORIGINAL_SCRIPT>Орен Талви</NAME_ORIGINAL_SCRIPT>
         <NATIONALITY><VALUE>Norway</VALUE></NATIONALITY>
         <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Orin Talvi Mordawi; Oren Talwi Mordavi</ALIAS_NAME></INDIVIDUAL_ALIAS>
         <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Brask</ALIAS_NAME></INDIVIDUAL_ALIAS>
         <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      </INDIVIDUAL>
   </INDIVIDUALS>
   <ENTITIES>
      <ENTITY>
         <DATAID>2</DATAID>
         <FIRST_NAME>MORDAVIAN ORE EXPORT CORPORATION (MOEC)</FIRST_NAME>
         <REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
         <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Mordavi Ores</ALIAS_NAME></ENTITY_ALIAS>
      </ENTITY>
   </ENTITIES>
</CONSOLIDATED_LIST>
"""
