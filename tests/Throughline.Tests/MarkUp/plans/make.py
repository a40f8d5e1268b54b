#!/usr/bin/env python3
"""Writes the three plans as flat OpenDocument text and has LibreOffice, without a window, save them as Word files.

    python3 tests/Throughline.Tests/MarkUp/plans/make.py

The wording is our own; schools and figures are invented. The tests read the .docx files, which LibreOffice 7.4.7 made, and
need neither this script nor LibreOffice.
"""
import pathlib, subprocess, tempfile

HERE = pathlib.Path(__file__).parent
HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="US" fo:font-size="11pt"/></style:default-style>
 <style:style style:name="Standard" style:family="paragraph" style:class="text"/>
 <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
 <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
 <style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
 <style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard"/>
 <text:list-style style:name="Bullets">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.25in" fo:margin-left="0.5in"/></style:list-level-properties></text:list-level-style-bullet>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.25in" fo:margin-left="0.75in"/></style:list-level-properties></text:list-level-style-number>
 </text:list-style>
</office:styles>
<office:automatic-styles>
 <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic" fo:color="#005c99"/></style:style>
 <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05in"/></style:style>
 <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin="1in"/><style:header-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Header">%s – by June 2027, 90%% of pages will have a header. Page <text:page-number text:select-page="current">1</text:page-number></text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
'''
TAIL = '</office:text></office:body></office:document>\n'

def h(level, text): return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>\n'
def p(text): return f'<text:p text:style-name="Standard">{text}</text:p>\n'
def items(*entries):
    return '<text:list text:style-name="Bullets">' + ''.join(f'<text:list-item>{e if e.startswith("<text:p") else p(e)}</text:list-item>' for e in entries) + '</text:list>\n'
def table(name, widths, *rows):
    out = f'<table:table table:name="{name}">' + f'<table:table-column table:number-columns-repeated="{widths}"/>'
    for i, row in enumerate(rows):
        cells = ''
        for cell in row:
            span, text = cell if isinstance(cell, tuple) else (1, cell)
            cells += f'<table:table-cell table:style-name="Cell" table:number-columns-spanned="{span}" office:value-type="string">{text if text.startswith("<text:") else p(text)}</table:table-cell>' + '<table:covered-table-cell/>' * (span - 1)
        line = f'<table:table-row>{cells}</table:table-row>'
        out += f'<table:table-header-rows>{line}</table:table-header-rows>' if i == 0 else line
    return out + '</table:table>\n'
def note(number, text): return f'<text:note text:id="ftn{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation><text:note-body><text:p text:style-name="Standard">{text}</text:p></text:note-body></text:note>'

SCHOOL = HEAD % 'Alder School' + h(1, 'Alder School improvement plan') + '''<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2"><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:p text:style-name="Contents_20_1">By June 2027, 80% of students will read on grade level<text:tab/>2</text:p></text:index-body></text:table-of-content>
''' + h(2, 'Where we are') + p('Alder School serves 412 students in grades K to 5. In 2024, 31% of our students were chronically absent, and families told us that mornings are hard. What would help them most?') \
 + p('We work with families to build trust. Ms. Ortiz leads this work, e.g. at the open house.') \
 + h(2, 'By June 2027, every heading will be left alone') + h(2, 'Goals and benchmarks') \
 + items('By June 2027, 80% of grade 3 students will read at grade level, as shown by the spring reading test.',
         p('Chronic absence:') + items('Reduce chronic absence from 31% to 22% by June 2027.', 'Each month, XX% of families of absent students will get a call.').replace('<text:list ', '<text:list ', 1),
         'All teachers will be trained in SMART goals.') \
 + p('Goal 2: By the end of Q2, at least 70% of classrooms will show student talk. This will increase by 5 points each quarter. The coach visits rooms with a short form.') \
 + h(2, 'Thanks') + p('We thank the council for its work this year.') + TAIL

DISTRICT = HEAD % 'Birch District' + h(1, 'Birch District plan') + p('The plan has two objectives.' + note(1, 'By June 2027, 50% of footnotes will be read by somebody.') + ' Each one has an owner.') \
 + h(2, 'Objective 1: Strong teaching in every room') \
 + table('Objective1', 3, ['Activities', 'Early evidence of change', 'Short-term outcomes'],
   ['Coaches will visit each room twice a month. Principals will join one visit.', '<text:list text:style-name="Bullets"><text:list-item>' + p('By November, 60% of teachers will use exit tickets each week, as seen in walkthroughs.') + '</text:list-item><text:list-item>' + p('By May, 90% of teachers will do so.') + '</text:list-item></text:list>',
    'By June 2027, the share of students in grades 3–8 who meet expectations in math will rise by 5% from 28% to 34%, as shown by the state test.'],
   [(2, 'Grade-level teams meet weekly to analyze student work and plan the next unit.'), p('In Algebra &amp; Geometry, 65% of students (&lt; 60% today) will pass by June 2027.') + p('Suspensions of students with disabilities will fall by June.')]) \
 + p('Budget') + table('Budget', 2, ['Item', 'Cost'], ['Coaching days', '$40,000'], ['Books in every room of grades 3 and 4', '$12,500']) \
 + h(2, 'How we follow the work') + p('The district team looks at each school’s figures every month and writes down what it decides.') \
 + p('Linked plan: <text:a xlink:type="simple" xlink:href="https://example.org/plan">By fall 2026, all schools will post their plan online.</text:a>') + TAIL

EDITED = (HEAD % 'Cedar School').replace('<office:body><office:text>', '<office:body><office:text><text:tracked-changes text:track-changes="true">'
 '<text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info><dc:creator>Reviewer</dc:creator><dc:date>2026-01-05T09:00:00</dc:date></office:change-info></text:insertion></text:changed-region>'
 '<text:changed-region xml:id="c2" text:id="c2"><text:deletion><office:change-info><dc:creator>Reviewer</dc:creator><dc:date>2026-01-05T09:00:00</dc:date></office:change-info><text:p text:style-name="Standard">By June 2025, 10% of students will be struck out.</text:p></text:deletion></text:changed-region>'
 '</text:tracked-changes>') + h(1, 'Cedar School plan, as edited') + h(2, 'Targets') \
 + p('By June\u00a02027, <text:span text:style-name="B">75\u00a0% of English learners</text:span> will reach their <text:span text:style-name="I">“growth\u00a0target”</text:span> on the state’s language test. <text:change text:change-id="c2"/>The share of 9th graders who pass every course will rise to <text:change-start text:change-id="c1"/>85% by the end of SY27<text:change-end text:change-id="c1"/>.') \
 + p('Updated <text:date text:date-value="2026-01-05">01/05/26</text:date> by the team; next check on page <text:page-number text:select-page="current">1</text:page-number>.') \
 + p('Every quarter, the school’s leaders will share results with families<office:annotation office:name="1"><dc:creator>Reviewer</dc:creator><dc:date>2026-01-06T10:00:00</dc:date><text:p>Which results?</text:p></office:annotation> at a meeting.') \
 + p('Teachers will use data.<text:line-break/>By May 2027, teachers’ use of “turn and talk”—seen in visits—will go from 4 to 9 of 12 rooms, as recorded by the coach.<text:tab/>(Owner: coach)') \
 + p('😀 Students’ sense of belonging will improve\u00a0… by 10\u202fpoints over last year, as shown by the spring survey!') + TAIL

with tempfile.TemporaryDirectory() as folder:
    for name, text in (('school', SCHOOL), ('district', DISTRICT), ('edited', EDITED)):
        flat = pathlib.Path(folder, name + '.fodt')
        flat.write_text(text, encoding='utf-8')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'docx', '--outdir', str(HERE), str(flat)], check=True)
