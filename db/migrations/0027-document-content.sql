-- What a version says, as DocumentContent of app/document/content: the page and the PDF are both drawn from it.
alter table document_version add content jsonb check (jsonb_typeof(content -> 'blocks') = 'array');

-- Lines of an older text, as plainLines of app/document/content/plain-text.ts leaves them: nothing that could not be seen.
create function pg_temp.plain_lines(text) returns setof text language sql immutable as $$
  select line from (
    select btrim(regexp_replace(replace(part, E'\t', ' '),
      '[\u0001-\u001f\u007f-\u009f\u0600-\u0605\u06dd\u070f\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]',
      '', 'g'), U&' \00a0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200a\202f\205f\3000') as line, number
      from regexp_split_to_table(normalize($1, NFC), '[\n\r\u0085\u2028\u2029]+') with ordinality x (part, number)) y
   where line <> '' order by number
$$;

create function pg_temp.one_line(text) returns text language sql immutable as $$
  select string_agg(line, ' ') from pg_temp.plain_lines($1) line
$$;

-- A section is {"heading"?: text, "paragraphs": [text]}.
create function pg_temp.blocks_of(sections jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(block order by place, number, line_number), '[]') from (
    select s.place, 0 as number, 0 as line_number,
           jsonb_build_object('kind', 'heading', 'level', 2, 'text', pg_temp.one_line(s.section ->> 'heading')) as block
      from jsonb_array_elements(sections) with ordinality s (section, place)
     where pg_temp.one_line(s.section ->> 'heading') <> ''
    union all
    select s.place, p.number, l.number, jsonb_build_object('kind', 'paragraph', 'text', l.line)
      from jsonb_array_elements(sections) with ordinality s (section, place)
     cross join lateral jsonb_array_elements_text(s.section -> 'paragraphs') with ordinality p (text, number)
     cross join lateral pg_temp.plain_lines(p.text) with ordinality l (line, number)) x
$$;

update document_version v
   set content = jsonb_build_object(
         'title', coalesce(pg_temp.one_line(v.title), v.title), 'language', 'sv',
         'issuer', jsonb_build_object('name', m.name, 'unit', 'Socialnämnden'),
         'blocks', pg_temp.blocks_of(v.sections))
  from municipality m where m.id = v.municipality_id;

alter table document_version alter column content set not null;
alter table document_version drop column sections;

-- The own text of a partial disclosure of a document: blocks of content, in the language of the document.
update disclosure set partial_text = pg_temp.blocks_of(partial_text)
 where document_id is not null and partial_text is not null;

-- A finished PDF from elsewhere: what is frozen are exactly these bytes.
alter table document_draft add uploaded bytea check (octet_length(uploaded) <= 20 * 1024 * 1024);
alter table document_draft add uploaded_name text;
alter table document_draft add uploaded_pages int check (uploaded_pages > 0);
alter table document_draft add uploaded_is_tagged boolean;
alter table document_draft add constraint document_draft_upload_is_whole
  check (num_nulls(uploaded, uploaded_name, uploaded_pages, uploaded_is_tagged) in (0, 4)
         and (uploaded is null or (template is null and content is not null)));
insert into audit_action values ('uploadedDocument');
-- Whether the frozen bytes can be read by whoever does not see them.
alter table document_file add is_tagged boolean not null default true;
