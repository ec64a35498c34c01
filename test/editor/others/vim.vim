" Waits for the findings of the open file, fixes it, and writes what it saw.
let s:seen = {'languages': {}, 'diagnostics': {}}
let s:opened = bufnr('%')
let s:file = $MENDER_LINT_OPENED

function! s:finish(...) abort
  let s:seen.fixed = join(getbufline(s:opened, 1, '$'), "\n") . "\n"
  for l:path in split($MENDER_LINT_SAMPLES, ':')
    execute 'edit! ' . l:path
    let s:seen.languages[l:path] = &filetype
  endfor
  call writefile([json_encode(s:seen)], $MENDER_LINT_SEEN)
  qall!
endfunction

function! s:look() abort
  let l:found = getbufvar(s:opened, 'ale_linted', 0) ? ale#engine#GetLoclist(s:opened) : []
  if len(l:found) < $MENDER_LINT_OPENED_TOTAL
    return
  endif
  let s:seen.diagnostics[s:file] = map(copy(l:found), {_, item -> [item.lnum, item.code]})
  autocmd! MenderLintTest
  autocmd MenderLintTest TextChanged * call s:finish()
  call s:fix()
endfunction

" The entry of ALE's menu, which is made of the names of the actions.
function! s:fix() abort
  call ale#codefix#Execute(0, function('s:choose'))
endfunction

function! s:choose(data, items) abort
  for l:item in a:items
    if l:item.value.title =~# '^Fix all safe problems'
      call ale#codefix#ApplyLSPCodeAction(a:data, l:item.value)
      return s:finish()
    endif
  endfor
  call writefile([json_encode(map(copy(a:items), {_, item -> item.value}))], '/dev/stderr')
  cquit
endfunction

augroup MenderLintTest
  autocmd User ALELintPost call s:look()
augroup END
